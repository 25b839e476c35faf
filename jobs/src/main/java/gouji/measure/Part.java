package gouji.measure;

import java.io.Serializable;

/**
 * One counted number that a figure is made of.
 *
 * @param side {@link Measured#NUMERATOR} or {@link Measured#DENOMINATOR} of a rate; null otherwise
 * @param name the cell, indicator or fact whose number it is
 * @param place place of the number
 */
public record Part(String side, String name, int place) implements Serializable {}
