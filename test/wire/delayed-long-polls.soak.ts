import { delayedLongPolls } from "./delayed-long-polls.js";

const table = (report: object): void => void process.stderr.write(`${JSON.stringify(report, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value), 1)}\n`);

delayedLongPolls([[1, 20, "spread"], [5, 4, "spread"], [5, 4, "together"], [20, 2, "spread"], [20, 2, "together"]], table);
