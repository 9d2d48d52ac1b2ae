/** The part of the untyped library that `partial.ts` uses. */
declare module 'edtf' {
  interface ExtendedDate {
    /** Milliseconds since 1970 of the first moment; not finite where the interval is open. */
    readonly min: number;
    readonly max: number;
    toString(): string;
  }
  /** Throws on a text that is no EDTF. */
  export default function edtf(text: string): ExtendedDate;
}
