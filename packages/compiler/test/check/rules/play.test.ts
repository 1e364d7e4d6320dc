import { it } from 'vitest';
import { checkStep } from '../check.js';

it('takes .wav files, and addresses that say nothing of what they are', () => {
  checkStep('voice play "https://acme.com/hi.wav"');
  checkStep('voice play "https://acme.com/hi.WAV?v=2"');
  checkStep('voice play "https://acme.com/recordings/7"');
  checkStep('voice play "https://acme.com/play?file=hi.mp3"');
});

it('refuses files of other kinds', () => {
  checkStep('voice play ⟦"https://acme.com/hi.mp3"⟧', ['FO3065: Calls play `.wav` files, not `.mp3`']);
  checkStep('voice play ⟦"https://acme.com/hi.ogg?v=2"⟧', ['FO3065: Calls play `.wav` files, not `.ogg`']);
  checkStep('voice say "https://acme.com/hi.mp3" lang en-US');
  checkStep('viber ⟦play⟧ "https://acme.com/hi.mp3"', [
    'FO3006: A `viber` step cannot have a verb: write the text itself, or make it a `voice` step',
  ]);
  checkStep('voice play ⟦"{files}/hi.mp3"⟧', ['FO3065: Calls play `.wav` files, not `.mp3`'], {
    before: 'let files = "https://acme.com"',
  });
});

it('knows the ending also where a parameter stands before it', () => {
  checkStep('voice play ⟦"{base}/hi.mp3"⟧', ['FO3065: Calls play `.wav` files, not `.mp3`'], { params: 'base: url' });
  checkStep('voice play ⟦"https://acme.com/{name}/hi.mp3"⟧', ['FO3065: Calls play `.wav` files, not `.mp3`'], {
    params: 'name: text',
  });
  checkStep('voice play "{base}/hi.wav"', [], { params: 'base: url' });
  checkStep('voice play "https://acme.com/hi.{ending}"', [], { params: 'ending: text' });
  checkStep('voice play "https://acme.com/play?name={name}.mp3"', [], { params: 'name: text' });
  checkStep('voice play {recording}', [], { params: 'recording: url' });
});
