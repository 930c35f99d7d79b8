/** A host that runs the commands of its arguments in a shell and tells what they say, until somebody ends it. */
import { FakeClient, run } from "./fake-client.js";

const shell = await (await FakeClient.start()).open();
for (const line of process.argv.slice(2)) {
  const { output } = await run(shell, line);
  const told = setInterval(() => {
    if (!output.out.endsWith("\n")) return;
    clearInterval(told);
    process.stdout.write(output.out);
  }, 5);
}
setInterval(() => undefined, 1000);
