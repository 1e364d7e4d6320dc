/** What a flow does, as plain data. An entry of its own: only who tells or compares flows loads it. */

export { conditions } from './conditions.js';
export { errorsBehind } from './errors.js';
export type * from './story.js';
export { storyOf } from './story-of.js';
export { asWritten } from './texts.js';
