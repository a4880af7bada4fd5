package city.planofrecord.chassis.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The bytes of a chain's document. A few entries are read when those before have been taken; no more is ever held. */
final class ChainDocument extends InputStream {

    private static final int AT_A_TIME = 20;

    private final Chains chains;
    private final ObjectMapper json;
    private final TrailEntry head;
    private InputStream part;
    private long number;
    private boolean ended;

    ChainDocument(Chains chains, ObjectMapper json, TrailEntry head) {
        this.chains = chains;
        this.json = json;
        this.head = head;
        this.part = bytes("{\"aggregate\":" + text(head.chain().aggregate()) + ",\"id\":"
                + text(head.chain().id()) + ",\"entries\":[");
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = part.read(buffer, offset, length);
        while (read < 0 && !ended) {
            part = next();
            read = part.read(buffer, offset, length);
        }
        return read;
    }

    private InputStream next() {
        var found = chains.after(head.chain(), number, AT_A_TIME).stream()
                .filter(entry -> entry.number() <= head.number())
                .toList();
        var text = new StringBuilder();
        for (var entry : found) {
            text.append(number == 0 ? "\n" : ",\n").append(text(EntryView.of(entry, json)));
            number = entry.number();
        }
        if (found.isEmpty()) {
            ended = true;
            text.append("\n],\"head\":")
                    .append(text(new EntryView.HeadView(head.number(), head.hash())))
                    .append("}\n");
        }
        return bytes(text.toString());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("an entry that cannot be shown", e);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
