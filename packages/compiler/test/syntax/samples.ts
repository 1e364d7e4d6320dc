/** Every production of the grammar, each in a file that is right. */
export const productions: Readonly<Record<string, string>> = {
  import: 'import "./brand.failover"',
  let: 'let api = "https://api.acme.com"\nlet from = "{api}/x"',
  sender: 'sender acme {\n  viber "a"\n  sms "ACME"\n  voice "1"\n}',
  'template without body': 'template otp(pin: text(4..10)) "id"',
  'template with body': 'template otp(pin: text) "id" {\n  category otp\n  lang en "Your code is {pin}."\n  lang el\n}',
  'types and defaults':
    'flow a(a: phone, b: url, c: text, d: text(4..10), e: text(..4), f: text(4..), g: int, h: int(-5..5), i: lang(en, el), j: text = "x", k: int = 5,) {\n  sms "x"\n}',
  endpoints: 'standard flow a {\n  sms "x"\n}\ntransactional flow b {\n  sms "x"\n}',
  settings:
    'from acme\nto {number}\ncallback "https://x" on step\nflow a {\n  from "ACME"\n  to phone "+1"\n  callback {url}\n\n  sms "x"\n}',
  'a chain at the end': 'viber "a" then sms "b" then voice say "c" lang en-US',
  'viber contents':
    'flow a {\n  viber "x" image "https://i" button "Go" "https://b" label "l" inbound {inbound} expire-on-delivery ttl 30s\n  then viber file "https://f" as "a.pdf" type pdf\n  then viber video "https://v" thumbnail "https://t" size 0.5MB duration 1.5m no expire-on-delivery\n}',
  'viber template':
    'flow a {\n  viber template otp(pin: {pin}, name: "Ann", count: 5) lang {lang} devices all seq 7 inbound "https://i"\n  then viber template "0aac888f" devices primary\n}',
  sms: 'flow a {\n  sms "x" flash no transcode label "l" shorten-links for 7d to "+1" from ACME ttl 1h30m on failed, undelivered\n  then sms "y" shorten-links\n}',
  voice:
    'flow a {\n  voice say "x" lang en-US gender female repeat 2 barge-in machine hangup to "+1" to sip "a@b" on busy, no-answer\n  then voice { play "https://p" repeat forever no barge-in say "y" lang el-GR } machine continue {url}\n}',
  'several lines': 'flow a {\n  sms """\n    Hello {name},\n      indented\n\n    bye\n    """ ttl 5m\n}',
  'words of the grammar as names':
    'let then = "x"\nsender ttl {\n  sms "A"\n}\ntemplate on(to: text, lang: text, sms: text) "id"\nflow flow(let: text) {\n  from ttl\n\n  viber template on(to: {let}, lang: "{then}", sms: "x") lang en\n  then sms "{let}" from ttl ttl 5m\n}',
  'names in other alphabets': 'let όνομα_1 = "x"\nsender crème-brûlée {\n  sms "A"\n}',
  'an empty file': '',
  comments: '// a\n/// b\n//// c\n',
};

/** A flow of three steps, to take things out of. */
export const threeSteps = `flow login(to: phone, pin: text(4..10)) {
  callback "https://acme.com" on step

  viber template otp(pin: {pin}) lang en ttl 2m on expired, failed
  then sms "Your code is {pin}" label "a" ttl 5m on failed, undelivered
  then voice say "Your code is {pin}" lang en-US repeat 2
}
`;

/** Every kind of declaration, and a step whose texts share a line. */
export const everyDeclaration = `import "./brand.failover"

let api = "https://api.acme.com"

sender acme {
  viber "0094d198"
  sms "ACME"
}

template otp(pin: text(4..10), to: phone = "x") "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
  lang el
}

standard flow f {
  callback "{api}/failover" on step

  sms "Your code is {pin}" label "x" ttl 5m on failed
  then viber file "https://a.b/c" as "c.pdf" to {number} from acme
  then voice { say "Hello" lang en-US repeat 2 play {url} } machine hangup
}
`;
