import { describe, expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.js';

/** Tokens with their types, comments and faults, as they follow each other: `a:Name`, `comment`, `!character`. */
function shown(text: string): string {
  const { tokens, comments, faults } = lex(text);
  return [
    ...faults.map(({ offset, length, kind }) => ({
      at: offset,
      text: `!${kind} ${text.slice(offset, offset + length)}`,
    })),
    ...[...tokens].map(({ image, startOffset, tokenType }) => ({
      at: startOffset,
      text: `${image}:${tokenType.name}`,
    })),
    ...comments.map(({ offset, length, kind }) => ({
      at: offset,
      text: `${kind} ${text.slice(offset, offset + length)}`,
    })),
  ]
    .sort((a, b) => a.at - b.at)
    .map((piece) => piece.text)
    .join(' · ');
}

describe('names', () => {
  test.each([
    ['login-otp', 'login-otp:Name'],
    ['customer_name', 'customer_name:Name'],
    ['en-US', 'en-US:Name'],
    ['_x1', '_x1:Name'],
    ['κωδικός-1', 'κωδικός-1:Name'],
    ['crème', 'crème:Name'],
    ['cre\u0300me', 'cre\u0300me:Name'],
    ['शब्द', 'शब्द:Name'],
    ['𝒳y', '𝒳y:Name'],
    ['ttl', 'ttl:TtlKeyword'],
    ['shorten-links', 'shorten-links:ShortenLinksKeyword'],
    ['TTL', 'TTL:Name'],
    ['toString', 'toString:Name'],
    ['__proto__', '__proto__:Name'],
    ['a-', 'a:Name · !character -'],
    ['a--b', 'a:Name · !character -- · b:Name'],
    ['a-,b', 'a:Name · !character - · ,:Comma · b:Name'],
    ['a b', 'a:Name · b:Name'],
  ])('%s', (text, tokens) => expect(shown(text)).toBe(tokens));
});

describe('numbers', () => {
  test.each([
    ['12 -7 007', '12:Integer · -7:Integer · 007:Integer'],
    ['4..10', '4:Integer · ..:DotDot · 10:Integer'],
    ['-5..5', '-5:Integer · ..:DotDot · 5:Integer'],
    ['..40)', '..:DotDot · 40:Integer · ):RightParen'],
    ['30s 10m 2h 30d', '30s:Duration · 10m:Duration · 2h:Duration · 30d:Duration'],
    ['1h30m 1.5m 1h1.5s', '1h30m:Duration · 1.5m:Duration · 1h1.5s:Duration'],
    ['12MB 0.5MB', '12MB:Size · 0.5MB:Size'],
    [
      '10min 12mb 1.5 10_0 1é 5m-',
      '10min:BadNumber · 12mb:BadNumber · 1.5:BadNumber · 10_0:BadNumber · 1é:BadNumber · 5m:Duration · !character -',
    ],
    ['-5m', '-5m:BadNumber'],
    ['1.m', '1:Integer · !character . · m:Name'],
    ['5,', '5:Integer · ,:Comma'],
    ['10m{', '10m:Duration · {:LeftBrace'],
  ])('%s', (text, tokens) => expect(shown(text)).toBe(tokens));
});

describe('texts', () => {
  test.each([
    ['"a" "b"', '"a":Text · "b":Text'],
    ['""', '"":Text'],
    [String.raw`"a\"b" c`, String.raw`"a\"b":Text · c:Name`],
    [String.raw`"a\\" c`, String.raw`"a\\":Text · c:Name`],
    ['"a // b"', '"a // b":Text'],
    ['"a {b "} c', '"a {b ":Text · }:RightBrace · c:Name'],
    ['"""a\n"b"\n""" c', '"""a\n"b"\n""":Text · c:Name'],
    [String.raw`"""a \""" b""" c`, String.raw`"""a \""" b""":Text · c:Name`],
    ['"""a""""', '"""a""":Text · !unclosed-text " · ":Text'],
    ['"a\nthen', '!unclosed-text "a · "a:Text · then:ThenKeyword'],
    ['"a\r\nthen', '!unclosed-text "a · "a:Text · then:ThenKeyword'],
    ['"a\\\nthen', '!unclosed-text "a\\ · "a\\:Text · then:ThenKeyword'],
    ['"a\nb" c', '!text-over-lines "a\nb" · "a\nb":Text · c:Name'],
    ['"a\n"b" "c"', '!unclosed-text "a · "a:Text · "b":Text · "c":Text'],
    ['"""a\n}\nb', '!unclosed-long-text """a · """a:Text · }:RightBrace · b:Name'],
    ["'a' b", "!foreign-quotes 'a' · 'a':Text · b:Name"],
    ["'a", "!character ' · a:Name"],
    ['template x "id {\n', 'template:TemplateKeyword · x:Name · !unclosed-text "id · "id:Text · {:LeftBrace'],
    [
      'let a="" template x "id {',
      'let:LetKeyword · a:Name · =:Equals · "":Text · template:TemplateKeyword · x:Name · !unclosed-text "id · "id:Text · {:LeftBrace',
    ],
    [
      'template x "id" { "a {',
      'template:TemplateKeyword · x:Name · "id":Text · {:LeftBrace · !unclosed-text "a { · "a {:Text',
    ],
    [
      'viber template x lang en ttl "a {',
      'viber:ViberKeyword · template:TemplateKeyword · x:Name · lang:LangKeyword · en:Name · ttl:TtlKeyword · !unclosed-text "a { · "a {:Text',
    ],
    [
      '} sender x { sms "a }',
      '}:RightBrace · sender:SenderKeyword · x:Name · {:LeftBrace · sms:SmsKeyword · !unclosed-text "a · "a:Text · }:RightBrace',
    ],
    [
      'sender x { sms "a }\n',
      'sender:SenderKeyword · x:Name · {:LeftBrace · sms:SmsKeyword · !unclosed-text "a · "a:Text · }:RightBrace',
    ],
  ])('%s', (text, tokens) => expect(shown(text)).toBe(tokens));
});

describe('comments and white space', () => {
  test.each([
    ['a // b\nc', 'a:Name · comment // b · c:Name'],
    ['a // b\r\nc', 'a:Name · comment // b · c:Name'],
    ['/// a', 'doc /// a'],
    ['//// a', 'comment //// a'],
    ['//', 'comment //'],
    ['# a\nb', '!foreign-comment # a · foreign # a · b:Name'],
    ['/* a\nb */c', '!foreign-comment /* a\nb */ · foreign /* a\nb */ · c:Name'],
    ['/* a\nb', '!unclosed-comment /* a · foreign /* a · b:Name'],
    ['\uFEFFa', 'a:Name'],
    ['a\uFEFFb', 'a:Name · !character \uFEFF · b:Name'],
    ['a\tb\rc\r\nd', 'a:Name · b:Name · c:Name · d:Name'],
    ['a\u00A0b', 'a:Name · !character \u00A0 · b:Name'],
    ['a\fb', 'a:Name · !character \f · b:Name'],
  ])('%j', (text, tokens) => expect(shown(text)).toBe(tokens));
});

describe('marks', () => {
  test.each([
    ['{}(),:=..', '{:LeftBrace · }:RightBrace · (:LeftParen · ):RightParen · ,:Comma · ::Colon · =:Equals · ..:DotDot'],
    ['a -> b', 'a:Name · !arrow -> · ->:ThenKeyword · b:Name'],
    ['a => b', 'a:Name · !arrow => · =>:ThenKeyword · b:Name'],
    ['a = > b', 'a:Name · =:Equals · !character > · b:Name'],
    ['; ;', '!character ; · !character ;'],
    ['🎉🎉', '!character 🎉🎉'],
    ['\u{D800}', '!character \u{D800}'],
  ])('%s', (text, tokens) => expect(shown(text)).toBe(tokens));
});
