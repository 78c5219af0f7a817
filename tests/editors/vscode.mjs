// VS Code, as code-server in Chromium, with the packaged extension on a draft: squiggle, hover with the passage, Problems,
// quick fix applied and saved. Leaves a screenshot of each step.
// usage: node vscode.mjs TOOLS EXTENSION.vsix BACKREAD WORKSPACE SCREENSHOTS
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const [tools, vsix, backread, workspace, shots] = process.argv.slice(2).map((argument) => path.resolve(argument));
const { chromium } = createRequire(tools + '/')('playwright-core');
const draft = path.join(workspace, 'corpus/drafts/mistakes.md');
const started = Date.now();
const say = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);

fs.mkdirSync(shots, { recursive: true });
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'backread-vscode-'));
const settings = {
  'backread.path': backread,
  'editor.hover.delay': 100,
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
};
fs.mkdirSync(path.join(scratch, 'data/User'), { recursive: true });
fs.writeFileSync(path.join(scratch, 'data/User/settings.json'), JSON.stringify(settings));

const entry = path.join(tools, 'node_modules/code-server/out/node/entry.js');
const places = ['--user-data-dir', path.join(scratch, 'data'), '--extensions-dir', path.join(scratch, 'extensions')];
execFileSync(process.execPath, [entry, ...places, '--install-extension', vsix], { stdio: 'pipe' });
say('extension installed');

const port = await new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
const server = spawn(
  process.execPath,
  [entry, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', ...quiet, ...places, '--config', path.join(scratch, 'config.yaml'), workspace],
  { detached: true, stdio: ['ignore', fs.openSync(path.join(shots, 'code-server.log'), 'w'), 'inherit'] },
);

/** Asks again until `done` says yes; what is asked for has no event of its own. */
async function until(what, done) {
  for (let tries = 0; tries < 600; tries++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come`);
}

/** A new window on the workspace, with the draft in the editor. */
async function openDraft() {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`);
  await page.waitForSelector('.monaco-workbench');
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill('mistakes.md');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'mistakes.md' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor .view-line');
  return page;
}

let browser;
let page;
let failed = false;
try {
  await until('code-server', () => fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false));
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  page = await openDraft();
  const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });
  await page.waitForSelector('.monaco-editor .squiggly-error');
  say(`squiggles: ${await page.locator('.monaco-editor .squiggly-error').count()} errors, ${await page.locator('.monaco-editor .squiggly-warning').count()} warnings in sight`);
  await shot('1-squiggles');

  // Spaces in the editor's lines are no-break spaces.
  const line = page.locator('.monaco-editor .view-line', { hasText: 'divers\u00a0in\u00a0the\u00a0water' }).first();
  const box = await line.boundingBox();
  const place = { x: box.x + 200, y: box.y + box.height / 2 };
  await page.mouse.move(place.x, place.y, { steps: 5 });
  const hover = page.locator('.monaco-hover:visible', { hasText: 'corpus/averel-gazette.md:13' }).first();
  await hover.waitFor();
  const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
  say(`hover: ${JSON.stringify(text)}`);
  for (const wanted of ['Not what The Averel Gazette (2026-05-10) has: “stop”, not “rest”', 'Conflicting', 'we will not stop while there is a chance', 'misquote']) {
    if (!text.includes(wanted)) throw new Error(`the hover does not show ${wanted}`);
  }
  const bold = await hover.locator('blockquote strong').first().innerText();
  if (bold !== 'stop') throw new Error(`the word that differs is not marked: ${bold}`);
  const page_link = await hover.locator('a[data-href*="misquote.md"], a[href*="misquote.md"]').count();
  if (page_link !== 1) throw new Error("the hover has no link to the rule's page");
  await shot('2-hover');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: '“stop”, not “rest”' }).first();
  await row.waitFor();
  say(`problems: ${await page.locator('.markers-panel .monaco-list-row').count()} rows in sight; ${JSON.stringify((await row.innerText()).replaceAll('\u00a0', ' '))}`);
  await shot('3-problems');
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });

  await page.mouse.click(place.x, place.y);
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: "Restore the source's words" }).waitFor();
  await shot('4-quick-fix');
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line', { hasText: 'will\u00a0not\u00a0stop\u00a0while' }).first().waitFor();
  say('fix applied');
  await page.keyboard.press('Control+S');
  await until('the saved draft', () => fs.readFileSync(draft, 'utf8').includes('we will not stop while there is a chance'));
  const fixed = await line.boundingBox();
  await page.mouse.move(fixed.x + 200, fixed.y + 300, { steps: 5 });
  await page.mouse.move(fixed.x + 200, fixed.y + fixed.height / 2, { steps: 5 });
  await page.locator('.monaco-hover:visible', { hasText: 'Supported' }).first().waitFor();
  say('saved; the sentence is supported now');
  await shot('5-fixed');

  // A command that is not there is said once, with what to do. In a new window that opens the draft itself: a window that is
  // only loaded anew may come back without the draft, and then nothing starts the server.
  await page.close();
  fs.writeFileSync(path.join(scratch, 'data/User/settings.json'), JSON.stringify({ ...settings, 'backread.path': '/no/such/backread' }));
  page = await openDraft();
  const toasts = page.locator('.notification-toast', { hasText: 'backread' });
  await toasts.first().waitFor();
  await page.locator('.notification-toast', { hasText: 'Open Settings' }).first().waitFor();
  const said = (await toasts.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
  say(`a missing command: ${JSON.stringify(said)}`);
  if (said.length !== 1 || !said[0].includes('could not be started') || !said[0].includes('Open Settings')) throw new Error('a missing command is not said once and well');
  await shot('6-missing-command');
} catch (error) {
  failed = true;
  console.error(`vscode: ${error.message}`);
  await page?.screenshot({ path: path.join(shots, 'failed.png') }).catch(() => {});
} finally {
  await browser?.close();
  process.kill(-server.pid, 'SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  fs.rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
