/** Code with nothing but ASCII in it, of which V8 takes half the memory. */
export function inAscii(code) {
  // Only regular expressions still have other characters when a bundle is made, and there an escape means the same.
  if (/\\[\u0080-\uffff]/.test(code)) throw new Error('The code cannot be written in ASCII');
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
