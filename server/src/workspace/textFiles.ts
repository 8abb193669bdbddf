/** Media, office documents, archives, fonts, programs, databases. */
const noText = new RegExp(
  "\\.(?:" +
    "png|jpe?g|gif|webp|avif|heic|bmp|ico|tiff?|psd|svg|mp3|m4a|wav|ogg|opus|flac|mp4|m4v|mov|avi|mkv|webm|" +
    "pdf|epub|mobi|docx?|xlsx?|pptx?|odt|ods|odp|pages|numbers|key|zip|gz|tgz|bz2|xz|zst|7z|rar|tar|vsix|" +
    "woff2?|ttf|otf|exe|dll|so|dylib|class|jar|wasm|pyc|o|a|bin|iso|dmg|db|sqlite" +
    ")$",
  "i",
);

/** Whether a file may hold text, by its name: nothing is opened to find out. */
export function mayHoldText(name: string): boolean {
  return !noText.test(name);
}
