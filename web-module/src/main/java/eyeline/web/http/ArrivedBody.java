package eyeline.web.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** A request whose body is in memory: whoever reads it waits for nobody. */
final class ArrivedBody extends HttpServletRequestWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private volatile boolean late;

    /** {@code limit}: no more is kept than that it is larger, in bytes. */
    ArrivedBody(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    /** Takes another piece; whether it is more than may be sent there now. */
    boolean overflowsWith(byte[] piece, int length) {
        bytes.write(piece, 0, Math.min(length, limit + 1 - bytes.size()));
        return overflown();
    }

    boolean overflown() {
        return bytes.size() > limit;
    }

    /** It was not all there in time. */
    void isLate() {
        late = true;
    }

    boolean late() {
        return late;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new InMemory(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static final class InMemory extends ServletInputStream {
        private final ByteArrayInputStream in;

        InMemory(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, length);
        }

        @Override
        public int available() {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is there already");
        }
    }
}
