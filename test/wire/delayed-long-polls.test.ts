import { delayedLongPolls } from "./delayed-long-polls.js";

delayedLongPolls([[1, 3, "spread"], [5, 1, "spread"]]);
