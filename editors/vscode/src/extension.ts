// Starts the language server and keeps it running; everything else is the server's.

import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;
let log: vscode.LogOutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel('Backread', { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('backread.restart', restart),
    vscode.commands.registerCommand('backread.showLog', () => log.show()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('backread.path') || change.affectsConfiguration('backread.debounce')) {
        await restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await stop();
}

/** While it starts it leaves the message to us, who can say what to do. */
class Client extends LanguageClient {
  starting = true;

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, this.starting ? false : showNotification);
  }
}

/** The only way to start: a second call, while the first still waits, takes its turn after it. */
let turn: Promise<void> = Promise.resolve();
function restart(): Promise<void> {
  turn = turn.then(stop).then(start);
  return turn;
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  if (old !== undefined && old.state !== State.Stopped) {
    await old.stop().catch((error) => log.warn(`The server did not stop in good order: ${error}`));
  }
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('backread');
  const command = settings.get<string>('path', 'backread');
  const server: ServerOptions = { command, args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: 'file', language: 'markdown' }],
    initializationOptions: { debounce: settings.get<number>('debounce') },
    outputChannel: log,
    // What matters is said in the editor; the log never steals the focus.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
  const starting = new Client('backread', 'Backread', server, options);
  client = starting;
  try {
    await starting.start();
    starting.starting = false;
  } catch (error) {
    log.error(`${command} could not be started: ${error}`);
    // Not awaited: a restart must not wait until somebody has read this.
    void complain(command);
  }
}

async function complain(command: string): Promise<void> {
  const choice = await vscode.window.showErrorMessage(
    `Backread: “${command}” could not be started. Install the command, or set backread.path to where it is.`,
    'Open Settings',
    'Show the Log',
  );
  if (choice === 'Open Settings') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'backread.path');
  } else if (choice === 'Show the Log') {
    log.show();
  }
}
