import { describe, test } from 'vitest';
import { formats, formatsSteps } from './formats.js';

describe('a text of one line', () => {
  test('stands between quotes', () => {
    formats('let a = """b"""', 'let a = "b"\n');
    formats('let a = """\n    b\n  """', 'let a = "b"\n');
  });

  test('has its characters as they are seen', () => {
    formats(String.raw`let a = "\u{41}\u{1F600}é'//\u{22}"`, `${String.raw`let a = "A😀é'//\""`}\n`);
  });

  test('has escapes for marks and for what cannot be seen', () => {
    formats(
      'let a = "\\\\ \\{b\\} \t\u00a0\u200b\u00ad\u0007"',
      `${String.raw`let a = "\\ \{b\} \t\u{A0}\u{200B}\u{AD}\u{7}"`}\n`,
    );
    formats('let a = "\\u{2028}\\u{D}"', `${String.raw`let a = "\u{2028}\u{D}"`}\n`);
  });

  test('has the joiners of emoji and scripts as they are', () => {
    formats('let a = "👩\u200d👩 ❤\ufe0f می\u200cخواهم"', 'let a = "👩\u200d👩 ❤\ufe0f می\u200cخواهم"\n');
  });

  test('has holes without space', () => {
    formats('let a = "{ b }{\tc}" to { d\n}', 'let a = "{b}{c}"\nto {d}\n');
  });

  test('is not broken', () => {
    const long = 'x'.repeat(200);
    formats(`let a = "${long}"`, `let a = "${long}"\n`);
  });
});

describe('a text of several lines', () => {
  test('stands between triple quotes, indented by two more than its line', () => {
    formats('let a = "b\\n  c\\n\\nd"', 'let a = """\n  b\n    c\n\n  d\n  """\n');
    formats('template a "1" { lang en "b\\nc" }', 'template a "1" {\n  lang en """\n    b\n    c\n    """\n}\n');
  });

  test('has quotes as they are', () => {
    formats(String.raw`let a = "\"b\"\nc"`, 'let a = """\n  "b"\n  c\n  """\n');
    formats(String.raw`let a = "b\n\"\"\"\"\"\""`, 'let a = """\n  b\n  ""\\"""\\"\n  """\n');
  });

  test('has line breaks at its ends', () => {
    formats('let a = "\\nb\\n"', 'let a = """\n\n  b\n\n  """\n');
  });

  test('stands on one line when space would be lost', () => {
    formats('let a = "  b\\n  c"', 'let a = "  b\\n  c"\n');
    formats('let a = "b \\nc"', 'let a = "b \\nc"\n');
    formats('let a = "b\\n \\nc"', 'let a = "b\\n \\nc"\n');
    formats('let a = "\\n\\n"', 'let a = "\\n\\n"\n');
  });

  test('has LF line ends, and others as escapes', () => {
    formats('let a = """\r\n  b\r\n  c\r\n  """\r\n', 'let a = """\n  b\n  c\n  """\n');
    formats('let a = "b\\u{D}\\nc"', 'let a = """\n  b\\u{D}\n  c\n  """\n');
  });

  test('has the clauses of its step on the lines after it', () => {
    formatsSteps(
      'sms "a\\nb" ttl 2m then viber image "u" button "b\\nc" "d"',
      `sms """
  a
  b
  """
  ttl 2m
then viber
  image "u"
  button """
    b
    c
    """ "d"`,
    );
  });
});
