package city.planofrecord.chassis.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.BadRequestException;

/**
 * The bytes of JSON, looked at while they are read. Readers of JSON take bytes for UTF-8 that are not, such as a zero
 * spelt in two bytes, and guess at UTF-16.
 */
final class JsonText extends FilterInputStream {

    private static final int CONTINUED_FROM = 0x80;
    private static final int CONTINUED_TO = 0xBF;

    private long read;
    private int awaited;
    private int from;
    private int to;
    private int escape;
    private int unit;
    private boolean halfPair;

    JsonText(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next < 0) {
            end();
        } else {
            look(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        for (var i = offset; i < offset + count; i++) {
            look(buffer[i] & 0xFF);
        }
        if (count < 0) {
            end();
        }
        return count;
    }

    private void look(int octet) {
        read++;
        if (awaited > 0) {
            if (octet < from || octet > to) {
                throw notUtf8();
            }
            from = CONTINUED_FROM;
            to = CONTINUED_TO;
            awaited--;
        } else if (octet < CONTINUED_FROM) {
            ascii((char) octet);
        } else {
            escape = 0;
            wholePair();
            begin(octet);
        }
    }

    /** The well-formed sequences of table 3-7 of the Unicode standard: none overlong, none half of a surrogate pair. */
    private void begin(int octet) {
        awaited = octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
        from = switch (octet) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> CONTINUED_FROM;
        };
        to = switch (octet) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> CONTINUED_TO;
        };
        if (octet < 0xC2 || octet > 0xF4) {
            throw notUtf8();
        }
    }

    /** {@code escape} counts what of a backslash, a u and four digits has been read. */
    private void ascii(char c) {
        if (c == 0) {
            throw notUtf8();
        }
        switch (escape) {
            case 0 -> {
                if (c == '\\') {
                    escape = 1;
                } else {
                    wholePair();
                }
            }
            case 1 -> {
                if (c == 'u') {
                    escape = 2;
                    unit = 0;
                } else {
                    escape = 0;
                    wholePair();
                }
            }
            default -> {
                unit = unit * 16 + Math.max(0, Character.digit(c, 16));
                if (++escape == 6) {
                    escape = 0;
                    escaped((char) unit);
                }
            }
        }
    }

    private void escaped(char c) {
        if (c == 0) {
            throw refused("holds the character U+0000, which is part of no text");
        }
        if (Character.isLowSurrogate(c)) {
            if (!halfPair) {
                throw half();
            }
            halfPair = false;
        } else {
            wholePair();
            halfPair = Character.isHighSurrogate(c);
        }
    }

    private void wholePair() {
        if (halfPair) {
            throw half();
        }
    }

    private void end() {
        if (awaited > 0) {
            throw notUtf8();
        }
    }

    private BadRequestException half() {
        return refused("holds half of a surrogate pair, which is no character");
    }

    private BadRequestException notUtf8() {
        return refused("is not UTF-8, as JSON must be");
    }

    private BadRequestException refused(String why) {
        return new BadRequestException(
                new Refused(ProblemKind.MALFORMED, "The body " + why + " (at byte " + read + ")."));
    }
}
