/** What is sealed of an outlet: the whole address, which for a robot is itself a secret, and the key or password. */
export type Sealed = { address: string; secret: string | null };
export const SEALED_FOR = "outlet";
