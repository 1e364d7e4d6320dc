import { it } from 'vitest';
import { checkStep } from '../check.js';

const video = (size: string, duration: string) =>
  `viber video "https://acme.com/a.mp4" thumbnail "https://acme.com/a.png" size ${size} duration ${duration}`;

it('takes more than 0 and at most 200 MB', () => {
  checkStep(video('0.1MB', '10s'));
  checkStep(video('200MB', '10s'));
  checkStep(video('⟦200.5MB⟧', '10s'), [
    'FO3030: The size of a video is more than 0 and at most `200MB`, not `200.5MB`',
  ]);
  checkStep(video('⟦0MB⟧', '10s'), ['FO3030: The size of a video is more than 0 and at most `200MB`, not `0MB`']);
});

it('takes more than 0 and at most ten minutes', () => {
  checkStep(video('1MB', '0.5s'));
  checkStep(video('1MB', '10m'));
  checkStep(video('1MB', '600s'));
  checkStep(video('1MB', '⟦601s⟧'), ['FO3031: The duration of a video is more than 0 and at most `10m`, not `601s`']);
  checkStep(video('1MB', '⟦0s⟧'), ['FO3031: The duration of a video is more than 0 and at most `10m`, not `0s`']);
});
