// The page of the drawing: shows what it is sent, keeps the focus where it was, and says which step was chosen.
const editor = acquireVsCodeApi();
const main = document.getElementById('drawing');

window.addEventListener('message', ({ data }) => {
  const focused = document.activeElement?.dataset?.step;
  main.innerHTML = data.drawing;
  if (focused !== undefined) main.querySelector(`.jump[data-step="${focused}"]`)?.focus();
});

main.addEventListener('click', ({ target }) => {
  const step = target.closest('.card')?.querySelector('.jump')?.dataset.step;
  if (step !== undefined && window.getSelection().isCollapsed) editor.postMessage({ step: Number(step) });
});

main.addEventListener('keydown', (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const jumps = [...main.querySelectorAll('.jump')];
  const next = jumps[jumps.indexOf(document.activeElement) + by];
  if (by === undefined || !jumps.includes(document.activeElement) || next === undefined) return;
  event.preventDefault();
  next.focus();
});

editor.postMessage({ ready: true });
