package gouji.ingest;

import gouji.contract.Labels;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What one pass over a file's bytes tells before any row is read.
 *
 * @param sha256 of the bytes as stored, and of those digested behind them, in hexadecimal
 * @param bytes how many there are
 * @param charset encoding of a text file; null otherwise
 * @param problem why the file cannot be read; null when it can
 * @param pieces what the file can be read in; one where it is short, or can only be read as a whole
 */
public record Prescan(String sha256, long bytes, String charset, String problem, List<Piece> pieces)
    implements Serializable {
  private static final int CHUNK = 1 << 16;

  /** Bytes of a piece: some tens of files of this size keep a small machine busy. */
  private static final long PIECE = 64L << 20;

  /** Copies the list. */
  public Prescan {
    pieces = List.copyOf(pieces);
  }

  /** Reads the stream to its end, with bounded memory; closes nothing. */
  public static Prescan of(InputStream stream, FileKind kind) throws IOException {
    return of(stream, kind, new byte[0]);
  }

  /**
   * The same of a file whose rows depend on another one, too.
   *
   * @param behind bytes of the other one, digested behind those of the file
   */
  public static Prescan of(InputStream stream, FileKind kind, byte[] behind) throws IOException {
    return of(stream, kind, behind, PIECE);
  }

  /** The same with pieces of at least so many bytes. */
  static Prescan of(InputStream stream, FileKind kind, long piece) throws IOException {
    return of(stream, kind, new byte[0], piece);
  }

  private static Prescan of(InputStream stream, FileKind kind, byte[] behind, long piece)
      throws IOException {
    Cutting cutting = new Cutting(kind, piece);
    Digested bytes = new Digested(stream);
    String charset = null;
    String problem = null;
    if (kind.isText()) {
      Decoding utf8 = new Decoding(StandardCharsets.UTF_8);
      Decoding gb = new Decoding(Charset.forName("GB18030"));
      problem = decode(bytes, kind, utf8, gb, cutting);
      if (problem == null) {
        charset = utf8.isSound() ? "UTF-8" : gb.isSound() && !utf8.isMarked() ? "GB18030" : null;
        problem =
            charset == null
                ? "its bytes are neither UTF-8 nor GB18030"
                : (utf8.isSound() ? utf8 : gb).isBlank()
                    ? "it holds nothing but white space"
                    : null;
      }
    }
    bytes.drain();
    if (problem == null && bytes.count == 0) {
      problem = "it is empty";
    }
    bytes.digest.update(behind);
    String sha256 = HexFormat.of().formatHex(bytes.digest.digest());
    boolean isCut = problem == null && (kind == FileKind.CSV || kind == FileKind.JSONL);
    return new Prescan(
        sha256,
        bytes.count,
        problem == null ? charset : null,
        problem,
        isCut ? cutting.pieces() : List.of(Piece.WHOLE));
  }

  private static String decode(
      Digested bytes, FileKind kind, Decoding utf8, Decoding gb, Cutting cutting)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (InputStream text = kind.isGzip() ? new GZIPInputStream(bytes, CHUNK) : bytes) {
      for (int n = text.read(chunk); n >= 0; n = text.read(chunk)) {
        utf8.feed(chunk, n, false);
        gb.feed(chunk, n, false);
        cutting.feed(chunk, n);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      if (!kind.isGzip()) {
        throw e;
      }
      return "it is no sound gzip: " + e.getMessage();
    }
    utf8.feed(chunk, 0, true);
    gb.feed(chunk, 0, true);
    return null;
  }

  /** The bytes as they pass, counted and digested; reading past a broken end is still possible. */
  private static final class Digested extends InputStream {
    private final InputStream stream;
    private final MessageDigest digest;
    private long count;

    Digested(InputStream stream) {
      this.stream = stream;
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n;
      try {
        n = stream.read(into, from, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (n > 0) {
        digest.update(into, from, n);
        count += n;
      }
      return n;
    }

    @Override
    public int available() throws IOException {
      return stream.available();
    }

    @Override
    public void close() {
      // The caller's stream stays open: what is left of it is still to be digested.
    }

    void drain() throws IOException {
      byte[] chunk = new byte[CHUNK];
      try {
        while (read(chunk, 0, CHUNK) >= 0) {
          // only the digest wants it
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /** Whether the bytes so far are sound in one encoding, and whether they show anything. */
  private static final class Decoding {
    private final CharsetDecoder decoder;
    private final ByteBuffer left = ByteBuffer.allocate(CHUNK + 8);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK + 8);
    private boolean sound = true;
    private boolean blank = true;
    private boolean begun;
    private boolean marked;

    Decoding(Charset charset) {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void feed(byte[] bytes, int length, boolean last) {
      if (!sound) {
        return;
      }
      int from = 0;
      if (left.position() == 0 && !last) {
        from = skipAscii(bytes, length);
        begun |= from > 0;
      }
      left.put(bytes, from, length - from).flip();
      CoderResult result = decoder.decode(left, chars, last);
      if (last && !result.isError()) {
        result = decoder.flush(chars);
      }
      sound = !result.isError();
      left.compact();
      chars.flip();
      if (!begun && chars.hasRemaining()) {
        begun = true;
        marked = chars.get(0) == '\uFEFF';
      }
      while (blank && chars.hasRemaining()) {
        blank = Labels.isSpace(chars.get());
      }
      chars.clear();
    }

    /** ASCII stands for itself in both encodings, wherever a character begins. */
    private int skipAscii(byte[] bytes, int length) {
      int i = 0;
      while (i < length && bytes[i] > 0) {
        i++;
      }
      for (int j = 0; blank && j < i; j++) {
        blank = Labels.isSpace((char) bytes[j]);
      }
      return i;
    }

    boolean isSound() {
      return sound;
    }

    /** Whether a byte order mark says that this is the encoding. */
    boolean isMarked() {
      return marked;
    }

    boolean isBlank() {
      return blank;
    }
  }
}
