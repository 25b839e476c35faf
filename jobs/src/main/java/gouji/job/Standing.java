package gouji.job;

import java.util.Map;

/**
 * A run whose result the warehouse still holds.
 *
 * @param run its id
 * @param counts how many of what it told of
 */
public record Standing(String run, Map<String, Long> counts) {}
