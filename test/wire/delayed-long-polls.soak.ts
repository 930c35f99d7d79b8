import { delayedLongPolls } from "./delayed-long-polls.js";

const table = (report: object): void => void process.stderr.write(`${JSON.stringify(report, (_, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value), 1)}\n`);

delayedLongPolls([[1, 10, "spread"], [5, 2, "spread"], [5, 2, "together"], [20, 1, "spread"], [20, 1, "together"]], table);
