import type { ClassName } from './classes.js';

interface Sample {
  readonly shows: string;
  /** `«…»` marks what is asked about. */
  readonly source: string;
  /** Of each mark in turn; nothing for what has no colour of its own. */
  readonly classes: readonly (ClassName | undefined)[];
}

export const samples: readonly Sample[] = [
  {
    shows: 'a step with its clauses',
    source: '«viber» «template» «otp» «lang» «en» «ttl» «2m» «on» «expired», «failed»',
    classes: ['channel', 'declares', 'template', 'clause', 'value', 'clause', 'duration', 'control', 'value', 'value'],
  },
  {
    shows: 'a word that is a keyword elsewhere, as a name',
    source:
      '«flow» «flow»(«then»: «text», «sms»: «phone») {\n  «from» «sender»\n  «viber» «template» «template»(«to»: {«then»}) «lang» «lang»\n}',
    classes: [
      ...(['declares', 'flow', 'parameter', 'type', 'parameter', 'type', 'clause', 'sender'] as const),
      ...(['channel', 'declares', 'template', 'parameter', 'name-in-hole', 'clause', 'value'] as const),
    ],
  },
  {
    shows: 'a status only behind `on`',
    source: 'sms "a" «failed» ttl 5m on «failed»',
    classes: [undefined, 'value'],
  },
  {
    shows: 'statuses over several lines',
    source: 'sms "a" on\n  // why\n  «failed»,\n  «undelivered»\n«then» «voice»',
    classes: ['value', 'value', 'control', 'channel'],
  },
  {
    shows: 'holes and escapes in a text',
    source: '«sms» «"a »«{»«pin»«}»« b »«\\{\\u{1F600}»« »«\\q»«"»',
    classes: [
      ...(['channel', 'text', 'hole-brace', 'name-in-hole', 'hole-brace', 'text', 'escape'] as const),
      ...([undefined, 'wrong-escape', 'text'] as const),
    ],
  },
  {
    shows: 'a text over several lines, whose words are no keywords',
    source: 'sms """\n«  then sms "on" »«{»pin}\n«"""» «ttl» «5m»',
    classes: ['text', 'hole-brace', 'text', 'clause', 'duration'],
  },
  {
    shows: 'a text that is not closed, which ends with its line',
    source: 'sms «"Your code»\n«then» «sms» «"b"»',
    classes: ['text', 'control', 'channel', 'text'],
  },
  {
    shows: 'durations, sizes and numbers',
    source: 'viber video "u" thumbnail "t" size «0.5MB» duration «1h30m» seq «-7» ttl «10min» repeat «forever»',
    classes: ['size', 'duration', 'integer', undefined, 'value'],
  },
  {
    shows: 'a type with its range, its languages and a default',
    source: 'flow f(a: «text»(«4»..«10») = «"x"», b: «lang»(«en», «el»), c: «int»)',
    classes: ['type', 'integer', 'integer', 'text', 'type', 'value', 'value', 'type'],
  },
  {
    shows: 'documentation, comments and comments that silence',
    source:
      '«/// Doc»\n«//// four»\n«// »«failover-ignore» «FO4003»«, »«FO4008»«: see FO1001»\n«// plain failover-ignore»',
    classes: [
      ...(['documentation', 'comment', 'comment', 'ignore-word', 'ignored-code', 'comment'] as const),
      ...(['ignored-code', 'comment', 'comment'] as const),
    ],
  },
  {
    shows: 'the kind of a recipient, which is no step',
    source: 'voice say "a" «to» «viber» "+306912345671" «to» «{»«x»«}» then «viber» "b"',
    classes: ['clause', 'value', 'clause', 'hole-brace', 'name-in-hole', 'hole-brace', 'channel'],
  },
  {
    shows: 'flags and the words of a call',
    source: '«voice» { «say» "a" «lang» «en-US» «gender» «female» «no» «barge-in» } «machine» «hangup»',
    classes: ['channel', 'clause', 'clause', 'value', 'clause', 'value', 'clause', 'clause', 'clause', 'value'],
  },
  {
    shows: 'a list that is never closed, which ends where the body begins',
    source: 'flow f(to: phone {\n  «sms» "a" «on» «failed»\n}',
    classes: ['channel', 'control', 'value'],
  },
  {
    shows: 'names of other alphabets, and words that only look like keywords',
    source: 'let «όνομα» = "a"\nsms "x" «then-what» «on_time» label',
    classes: ['let', undefined, undefined],
  },
  {
    shows: 'a sender and a let',
    source: '«sender» «acme» { «sms» «"ACME"» }\n«let» «api» = «"https://a.b"»\n«callback» «{»«api»«}» «on» «step»',
    classes: [
      ...(['declares', 'sender', 'channel', 'text', 'declares', 'let', 'text'] as const),
      ...(['clause', 'hole-brace', 'name-in-hole', 'hole-brace', 'control', 'value'] as const),
    ],
  },
];
