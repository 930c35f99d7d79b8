/** Steps that evaluating a filter on an item, or looking for a part, may take when nothing before it took many: some milliseconds. */
export const mostSteps = 300_000;
