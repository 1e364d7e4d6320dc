// What a person does in the workbench, and sees.

/** For each thing that is waited for: a busy machine may be slow. In milliseconds. */
export const patience = Number(process.env.E2E_PATIENCE) || 60_000;

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

  /** A line of the file at hand that has a text in it. What the server adds for the eye counts for the text too. */
  line(text) {
    const lines = this.page.locator('.editor-group-container.active .view-line');
    return lines
      .filter({ hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')) })
      .first();
  }

  async open(name) {
    await this.file(name).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command by its title in the palette, which closes again when something else takes the focus meanwhile. */
  async run(title) {
    const input = this.page.locator('.quick-input-widget input');
    // Titles that hold this one may stand above it.
    const row = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: new RegExp(`^\\s*${title}`) })
      .first();
    await this.sees(`the command ${title}`, async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 2_000 });
      await row.click({ timeout: 5_000 });
      return true;
    });
  }

  /** Runs a command that offers a list, and takes one of it. */
  async choose(title, item) {
    await this.run(title);
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(item);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: item }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Selects a text of the file whose tab is given. What is drawn between its words does not count. */
  async select(name, text) {
    const { keyboard } = this.page;
    await this.page.locator('.tab', { hasText: name }).first().click();
    await keyboard.press('Control+Home');
    await keyboard.press('Control+F');
    const widget = this.page.locator('.find-widget.visible');
    await widget.locator('textarea').first().fill(text);
    await widget.locator('.matchesCount', { hasText: /^1 of/ }).waitFor({ state: 'attached' });
    // The editor may be busy with something else when the key comes.
    await this.sees('the find widget to close', async () => {
      if ((await widget.count()) > 0) await widget.locator('textarea').first().press('Escape', { timeout: 2_000 });
      return (await widget.count()) === 0;
    });
  }

  async replace(name, text, instead) {
    await this.select(name, text);
    await this.page.keyboard.type(instead);
  }

  /** Takes back everything that was typed in the source. */
  async undoAll() {
    await this.run('File: Revert File');
    await this.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  }

  async close(name) {
    await this.page.locator('.tab', { hasText: name }).click();
    await this.run('View: Close Editor');
    await this.page.locator('.tab', { hasText: name }).waitFor({ state: 'detached' });
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
    const spans = [...row.querySelectorAll('span > span')];
    const words = spans.map((span) => span.textContent.replaceAll('\u00a0', ' ').trim());
    // A quote beside a text may be in the same part or not.
    const found = words.includes(word) ? words.indexOf(word) : words.indexOf(`"${word}`);
    if (found !== -1) return getComputedStyle(spans[found]).color;
  }
  return undefined;
}
