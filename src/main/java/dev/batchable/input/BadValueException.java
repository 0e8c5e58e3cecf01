package dev.batchable.input;

/// One unit of an input holds a value that cannot be used. The message says the field, what was found and what
/// was expected, and never more than [#MAX_SHOWN] characters of the value.
public final class BadValueException extends Exception {
    public static final int MAX_SHOWN = 40;
    private static final long serialVersionUID = 1;

    public BadValueException(String field, String found, String expected) {
        super(field + ": found '" + shown(found) + "', expected " + expected, null, false, false);
    }

    private static String shown(String found) {
        String printable = found.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "…";
    }
}
