import { describe, test } from 'vitest';
import { formats } from './formats.js';

describe('a file with syntax errors', () => {
  test('is formatted but for the declarations with the errors', () => {
    formats(
      'let  a = "1"\nlet  b = 2 // two\n  // three\nflow  c {  sms   "x"\n    then viber oops\n  }\nlet  d="4"',
      'let a = "1"\nlet  b = 2 // two\n// three\nflow  c {  sms   "x"\n    then viber oops\n  }\nlet d = "4"\n',
    );
  });

  test('keeps a flow that is not closed', () => {
    formats('let  a="1"\nflow  b {\r\n    sms  "x"', 'let a = "1"\nflow  b {\n    sms  "x"\n');
    formats('sender  a {\n    sms  "x"\nlet  b="1"', 'sender  a {\n    sms  "x"\nlet b = "1"\n');
  });

  test('keeps what is no declaration', () => {
    formats('foo   bar\n\n\nlet  a="1"\n}\n', 'foo   bar\n\nlet a = "1"\n}\n');
    formats('sms  "a"\nthen\n', 'sms "a"\nthen\n');
  });

  test('keeps what stands on a line with something at fault', () => {
    formats('let  a="1" ;\nlet  b="2"\n', 'let  a="1" ;\nlet b = "2"\n');
    formats('; let  a="1"\n', '; let  a="1"\n');
  });

  test('keeps a text without its end, and all that may belong to it', () => {
    formats('let  a="1"\nlet b = "2  \nlet  c="3"\n', 'let a = "1"\nlet b = "2  \nlet c = "3"\n');
    formats('let  a="1"\nlet  b="""2  \nlet  c="3\\n4"\n', 'let a = "1"\nlet  b="""2  \nlet  c="3\\n4"\n');
    formats('let x=""template x(x:text(..))"d""{', 'let x = ""\ntemplate x(x:text(..))"d""{\n');
  });

  test('keeps a declaration with a comment of another language in it', () => {
    formats('let  a = /* one */  "1"\nlet  b="2"', 'let  a = /* one */  "1"\nlet b = "2"\n');
  });

  test('keeps a stray brace, and its partner in a declaration', () => {
    formats('{\nsms   "x"\n}\n', '{\nsms   "x"\n}\n');
  });
});
