package eyeline.web.http;

/** How large a body may be, by where it goes. */
final class BodySizes {

    private BodySizes() {
    }

    /** In bytes. {@code path}: of the request, with or without what stands before the resources. */
    static int limit(String path) {
        if (measured(path)) {
            return HttpLimits.CHECK_UPLOAD_BYTES;
        }
        return path.contains("/configuration/") || path.contains("/operator/") ? HttpLimits.CONFIGURATION_BYTES : HttpLimits.BODY_BYTES;
    }

    /** Bytes that are counted and thrown away; nobody reads them. */
    static boolean measured(String path) {
        return path.endsWith("/check/upload");
    }
}
