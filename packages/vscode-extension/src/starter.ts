/** A flow to start from, in the notation of snippets. */
export const starter = `sender \${1:acme} {
  viber "\${2:00000000-0000-0000-0000-000000000000}"
  sms "\${3:ACME}"
}

/// \${4:Tells a customer that the order is ready: Viber first, then SMS.}
flow \${5:order-ready}(to: phone, order: text(1..12)) {
  viber "\${6:Your order {order\\} is ready.}" ttl 10m on expired, failed, undelivered
  then sms "\${7:Your order {order\\} is ready.}"
}
$0`;
