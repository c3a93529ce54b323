import { getWords } from "@/lib/words";

// Chrome 105 and Safari 16.4 are the first that pass; written for engines as old as Internet Explorer.
const TEST = `(function () {
  var good = false;
  try {
    good = "inert" in HTMLElement.prototype && CSS.supports("width", "1cqw") && matchMedia("(width >= 1px)").matches;
  } catch (e) {}
  if (!good) document.getElementById("too-old").removeAttribute("hidden");
})();`;

/** Tells people with a browser that is too old, or without scripts, what to use; it needs neither style sheet nor framework. */
export async function BrowserNotice({ nonce }: { nonce: string | undefined }) {
  const t = await getWords("shell");
  const style = { margin: 0, padding: "12px 16px", background: "#FBF2DF", color: "#1F2328" };
  return (
    <>
      <div hidden id="too-old" role="alert" style={style} suppressHydrationWarning>
        {t("browser.tooOld")}
      </div>
      <noscript>
        <p style={style}>{t("browser.noScript")}</p>
      </noscript>
      <script nonce={nonce} suppressHydrationWarning>
        {TEST}
      </script>
    </>
  );
}
