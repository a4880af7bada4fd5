package city.planofrecord.classification.classcomparison;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a specification says in a section. */
sealed interface SectionContent {

    boolean isEmpty();

    record Text(@Nullable String text) implements SectionContent {

        @Override
        public boolean isEmpty() {
            return text == null || text.isBlank();
        }
    }

    /** A pay grade, which can be written with the letter or the number first. */
    record PayGrade(@Nullable String grade) implements SectionContent {

        @Override
        public boolean isEmpty() {
            return grade == null || grade.isBlank();
        }
    }

    /** @param note what is said of the list as a whole, and is no item of it */
    record Items(List<Item> items, @Nullable String note) implements SectionContent {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean isEmpty() {
            return items.isEmpty() && note == null;
        }
    }
}
