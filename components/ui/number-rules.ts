/** The number that was typed: 1,234.50, full-width digits, a sign; null for an empty field, undefined for anything that is no number. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "").replace(/^−/, "-");
  if (plain === "") return null;
  if (!/^-?\d{1,14}(\.\d{1,6})?$/.test(plain)) return undefined;
  return Number(plain);
}
