package io.github.mien.provider;

/**
 * Whether an implementation can run here.
 *
 * @param available whether it can
 * @param detail version and device if it can, otherwise the cause and the fix
 */
public record Availability(boolean available, String detail) {}
