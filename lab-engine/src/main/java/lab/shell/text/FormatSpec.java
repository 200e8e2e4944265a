package lab.shell.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One conversion of C's printf.
 *
 * @param width -1 if not given
 * @param precision -1 if not given
 * @param stars how many {@code *} are still to be filled in
 * @param length characters in the format, percent sign included
 */
public record FormatSpec(
        String flags, int width, int precision, int stars, char conversion, int length, boolean starWidth) {
    /** Reads the conversion that begins at a percent sign; the conversion is NUL if the format ends. */
    public static FormatSpec read(String format, int percent) {
        int at = percent + 1;
        int start = at;
        while (at < format.length() && "-+ #0'".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String flags = format.substring(start, at);
        int width = -1;
        int stars = 0;
        boolean starWidth = false;
        if (at < format.length() && format.charAt(at) == '*') {
            stars++;
            starWidth = true;
            at++;
        } else {
            int digits = at;
            while (at < format.length() && Character.isDigit(format.charAt(at))) {
                at++;
            }
            width = at > digits ? number(format.substring(digits, at)) : -1;
        }
        int precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            if (at < format.length() && format.charAt(at) == '*') {
                stars++;
                at++;
            } else {
                int digits = at;
                while (at < format.length() && Character.isDigit(format.charAt(at))) {
                    at++;
                }
                precision = at > digits ? number(format.substring(digits, at)) : 0;
            }
        }
        while (at < format.length() && "hlLjzt".indexOf(format.charAt(at)) >= 0 && at + 1 < format.length()) {
            at++;
        }
        char conversion = at < format.length() ? format.charAt(at) : '\0';
        return new FormatSpec(
                flags, width, precision, stars, conversion, Math.min(at + 1, format.length()) - percent, starWidth);
    }

    private static int number(String digits) {
        return digits.length() > 6 ? 999_999 : Integer.parseInt(digits);
    }

    /** The same with the next {@code *} filled in. */
    public FormatSpec star(int value) {
        if (starWidth) {
            String newFlags = value < 0 ? flags + "-" : flags;
            return new FormatSpec(
                    newFlags, Math.min(Math.abs(value), 999_999), precision, stars - 1, conversion, length, false);
        }
        return new FormatSpec(flags, width, value, stars - 1, conversion, length, false);
    }

    public String cut(String text) {
        return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
    }

    public String pad(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        return flags.contains("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
    }

    private String signed(String sign, String prefix, String digits, boolean zeros) {
        int missing = width - sign.length() - prefix.length() - digits.length();
        if (missing > 0 && zeros && flags.contains("0") && !flags.contains("-")) {
            return sign + prefix + "0".repeat(missing) + digits;
        }
        return pad(sign + prefix + digits);
    }

    private String sign(boolean negative) {
        return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    public String integer(long value) {
        boolean decimal = conversion == 'd' || conversion == 'i';
        String digits = switch (conversion) {
            case 'x' -> Long.toHexString(value);
            case 'X' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
            case 'o' -> Long.toOctalString(value);
            case 'u' -> Long.toUnsignedString(value);
            default -> value == Long.MIN_VALUE ? "9223372036854775808" : String.valueOf(Math.abs(value));
        };
        if (precision >= 0) {
            digits = precision == 0 && value == 0 ? "" : "0".repeat(Math.max(0, precision - digits.length())) + digits;
        }
        String prefix = "";
        if (flags.contains("#") && value != 0) {
            prefix = conversion == 'x' ? "0x" : conversion == 'X' ? "0X" : conversion == 'o' ? "0" : "";
        }
        return signed(decimal ? sign(value < 0) : "", prefix, digits, precision < 0);
    }

    public String real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            String text = Double.isNaN(value) ? "nan" : "inf";
            return pad(sign(value < 0) + (Character.isUpperCase(conversion) ? text.toUpperCase(Locale.ROOT) : text));
        }
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        int places = precision < 0 ? 6 : precision;
        BigDecimal exact = new BigDecimal(Math.abs(value));
        String digits = switch (Character.toLowerCase(conversion)) {
            case 'f' -> fixed(exact, places);
            case 'e' -> scientific(exact, places);
            default -> general(exact, places == 0 ? 1 : places);
        };
        return signed(
                sign(negative), "", Character.isUpperCase(conversion) ? digits.toUpperCase(Locale.ROOT) : digits, true);
    }

    private static String fixed(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static int exponent(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value, int places) {
        int exponent = exponent(value);
        BigDecimal mantissa = value.scaleByPowerOfTen(-exponent).setScale(places, RoundingMode.HALF_EVEN);
        if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
            exponent++;
            mantissa = value.scaleByPowerOfTen(-exponent).setScale(places, RoundingMode.HALF_EVEN);
        }
        return mantissa.toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private String general(BigDecimal value, int digits) {
        String scientific = scientific(value, digits - 1);
        int exponent = Integer.parseInt(scientific.substring(scientific.indexOf('e') + 1));
        if (exponent < -4 || exponent >= digits) {
            String mantissa = scientific.substring(0, scientific.indexOf('e'));
            return trim(mantissa) + scientific.substring(scientific.indexOf('e'));
        }
        return trim(fixed(value, Math.max(0, digits - 1 - exponent)));
    }

    private String trim(String digits) {
        if (flags.contains("#") || digits.indexOf('.') < 0) {
            return digits;
        }
        return digits.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
