/** Is an address of a socket one of this machine's loopback interface? */
export const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./u.test(address);
