// What a person does in the workbench, and sees.

/** For each thing that is waited for: a busy machine may be slow. In milliseconds. */
export const patience = 60_000;

export class Person {
  /** @param pictures takes a picture under a name */
  constructor(page, picture) {
    this.page = page;
    this.picture = picture;
  }

  get explorer() {
    return this.page.locator('.explorer-folders-view');
  }

  file(name) {
    return this.explorer.locator('.monaco-list-row', { hasText: name });
  }

  async open(name) {
    await this.file(name).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async run(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The colour of a word in the editor, as it is on the screen. */
  async colourOf(word, line) {
    const found = await this.page.evaluate(colourOfWord, { word, line });
    if (found === undefined) throw new Error(`The editor does not show ${JSON.stringify(word)} in a part of its own`);
    return found;
  }

  /** Waits until something holds on the page, and says what was waited for when it does not come. */
  async sees(what, condition) {
    const start = Date.now();
    for (let last; ; await this.page.waitForTimeout(100)) {
      try {
        if (await condition()) return;
        last = undefined;
      } catch (error) {
        last = error;
      }
      if (Date.now() - start > patience)
        throw new Error(`Waited in vain for ${what}${last ? `: ${last.message}` : ''}`);
    }
  }
}

/** Runs in the page. The editor draws each run of one colour as a span, with spaces that do not break. */
function colourOfWord({ word, line }) {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor');
  for (const row of editor?.querySelectorAll('.view-line') ?? []) {
    const text = row.textContent.replaceAll('\u00a0', ' ');
    if (line !== undefined && !text.includes(line)) continue;
    for (const span of row.querySelectorAll('span > span')) {
      if (span.textContent.replaceAll('\u00a0', ' ').trim() === word) return getComputedStyle(span).color;
    }
  }
  return undefined;
}
