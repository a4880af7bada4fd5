package city.planofrecord.local.city;

import java.util.List;

/**
 * How a schedule is built.
 *
 * @param first number of its lowest grade
 * @param grades how many it has
 * @param spread (maximum − minimum) / minimum of each range
 * @param progression growth from one midpoint to the next
 * @param minimum of its lowest grade when the history begins: dollars a year, or cents an hour
 * @param since how many years after the beginning of the history it was established
 * @param exempt whether its classes are exempt from overtime
 */
record Design(
        String letter,
        String name,
        int first,
        int grades,
        double spread,
        double progression,
        int minimum,
        boolean hourly,
        int since,
        boolean exempt) {

    /** Twenty schedules, as a city has gathered them over the decades. */
    static final List<Design> ALL = List.of(
            annual("A", "Administrative and professional", 801, 20, 0.595, 0.069, 16_900, 0, true),
            annual("B", "Boards and commissions", 701, 8, 0.50, 0.085, 21_400, 0, true),
            annual("C", "Clerical", 601, 18, 0.46, 0.053, 10_900, 0, false),
            annual("D", "Data and technology", 751, 18, 0.57, 0.066, 17_600, 6, true),
            annual("E", "Engineering", 801, 16, 0.55, 0.072, 20_800, 0, true),
            annual("F", "Fire support", 401, 14, 0.42, 0.055, 13_700, 0, false),
            annual("G", "General services", 301, 20, 0.44, 0.045, 9_800, 0, false),
            annual("H", "Health", 501, 20, 0.48, 0.058, 12_600, 0, false),
            hourly("J", "Crafts and trades", 301, 22, 0.36, 0.048, 705, 0),
            annual("K", "Libraries", 601, 14, 0.47, 0.06, 11_800, 0, false),
            hourly("L", "Labor", 101, 16, 0.32, 0.042, 520, 0),
            annual("M", "Management", 901, 18, 0.62, 0.078, 31_500, 0, true),
            annual("N", "Nursing", 501, 16, 0.45, 0.062, 17_200, 0, false),
            annual("O", "Officials", 1, 12, 0.58, 0.09, 38_000, 0, true),
            annual("P", "Parks and recreation", 301, 18, 0.45, 0.05, 10_300, 0, false),
            annual("R", "Revenue", 651, 16, 0.52, 0.061, 13_900, 9, true),
            annual("S", "Service and technical", 601, 20, 0.46, 0.0455, 11_500, 0, false),
            annual("T", "Transportation", 401, 18, 0.43, 0.051, 12_100, 0, false),
            annual("V", "Veterinary and animal care", 501, 12, 0.47, 0.057, 11_200, 14, false),
            annual("W", "Wastewater", 351, 18, 0.41, 0.049, 12_900, 0, false));

    private static Design annual(
            String letter,
            String name,
            int first,
            int grades,
            double spread,
            double progression,
            int minimum,
            int since,
            boolean exempt) {
        return new Design(letter, name, first, grades, spread, progression, minimum, false, since, exempt);
    }

    private static Design hourly(
            String letter,
            String name,
            int first,
            int grades,
            double spread,
            double progression,
            int minimum,
            int since) {
        return new Design(letter, name, first, grades, spread, progression, minimum, true, since, false);
    }
}
