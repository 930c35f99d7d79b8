/** Windows' numbers for what is wrong with a configuration, unsigned. */
export const hresults = {
  notFound: 0x80070002,
  pathNotFound: 0x80070003,
  accessDenied: 0x80070005,
  invalidData: 0x8007000d,
  lockViolation: 0x80070021,
  notSupported: 0x80070032,
  alreadyExists: 0x800700b7,
  moduleNotFound: 0x8007007e,
  elementNotFound: 0x80070490,
} as const;
