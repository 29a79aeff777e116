package org.gapmap.jobs;

import java.util.Optional;
import org.gapmap.domain.LocalizedText;

/**
 * Long work that somebody asks for.
 *
 * @param what {@code import}, {@code preview}, {@code assessment} or {@code export}
 * @param title what the lists of jobs call it
 * @param lock jobs with the same one run one after the other, in the order in which they were asked
 *     for, whichever process does them: {@code layer shanghai/communities/planning-office}
 */
public record JobRequest(String what, LocalizedText title, Optional<String> lock) {}
