/**
 * `Content-Disposition` of a file to keep (or shown in the page): an ASCII name every program reads, and the true one in
 * UTF-8 (RFC 6266, RFC 8187). Line breaks, paths and quotes cannot get out of either.
 */
export function contentDisposition(name: string, inline = false): string {
  const flat = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]|^\.+/gu, "-");
  const plain = flat
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.+-]/g, "-");
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded(flat)}`;
}

/** `attr-char` of RFC 8187 is narrower than what encodeURIComponent leaves. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
