/** More came out of a file than anything of a person's holds. */
export class TooLarge extends Error {}
