package io.vaportrail.trail.view;

import io.vaportrail.trail.store.StoredCall;

/** A line each. */
final class LineFormat implements FollowFormat {
    @Override
    public String contentType() {
        return Answers.TEXT;
    }

    @Override
    public String greeting() {
        return "";
    }

    @Override
    public void append(StringBuilder out, StoredCall call) {
        TextLine.append(out, call);
    }

    @Override
    public void appendNotice(StringBuilder out, String notice) {
        out.append("-- ").append(notice).append('\n');
    }
}
