/** A host with one shell that runs the scripts of its arguments and tells what they say, until somebody ends it. */
import { FakeClient } from "./fake-client.js";

const [path = "", ...scripts] = process.argv.slice(2);
const pool = await (await FakeClient.start({ Pwsh: path })).open();
process.stdout.write(`${pool.shell.processId}\n`);
for (const script of scripts) process.stdout.write(`${(await pool.outcome(script)).texts[0]}\n`);
setInterval(() => undefined, 1000);
