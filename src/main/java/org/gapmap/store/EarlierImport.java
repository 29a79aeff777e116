package org.gapmap.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An import whose layers are still as it made them.
 *
 * @param sha256 of its file
 * @param made the layers with the versions that they have
 * @param report as it was stored
 */
public record EarlierImport(String sha256, CommittedImport made, JsonNode report) {}
