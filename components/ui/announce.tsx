/** The two regions through which changes are read aloud; they stand once, in the root layout, outside `#app`. */
export function LiveRegions() {
  return (
    <>
      <div aria-live="polite" className="sr-only" id="live-polite" role="status" />
      <div aria-live="assertive" className="sr-only" id="live-assertive" role="alert" />
    </>
  );
}

/** Reads a text aloud to those who listen; `urgent` interrupts. */
export function announce(text: string, urgent = false) {
  const region = document.getElementById(urgent ? "live-assertive" : "live-polite");
  if (!region) return;
  // The same words twice would not be read again unless the region was empty in between.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
