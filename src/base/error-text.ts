/** All that is known of something thrown, for the log: its stack where it has one. */
export const errorText = (error: unknown): string => String((error as Error | undefined)?.stack ?? error);
