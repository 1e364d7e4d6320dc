// Sources to measure with: plain flows as people write them, each a little different.

/** A file of ten lines: a sender, a template, and a flow of three steps. */
export function tenLines(index) {
  return `sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  lang en "Your code is {pin}."
}
/// Sign-in code number ${index}.
flow login-${index}(to: phone, pin: text(4..10)) {
  viber template otp lang en ttl 2m on expired, failed, undelivered
  then sms "Your code for shop ${index} is {pin}" ttl 5m on failed, undelivered
  then voice say "Your code is {pin}" lang en-US repeat 2
}
`;
}

/** One file of many flows. */
export function bytesOfFlows(bytes) {
  const parts = ['sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }\n'];
  for (let size = 0, index = 0; size < bytes; index++) {
    const part = `
/// Order ${index} has left: Viber first, then SMS.
flow shipped-${index}(to: phone, name: text(..20), order: text(4..10)) {
  callback "https://api.acme.com/failover/${index}" on step

  viber "Hello {name}, your order {order} has left." button "Track it" "https://acme.com/t/${index}" ttl 2m
  then sms "Hello {name}, your order {order} has left." ttl 1h on failed, undelivered
  then voice say "Your order {order} has left." lang en-US repeat 2
}
`;
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}
