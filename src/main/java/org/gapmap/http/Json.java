package org.gapmap.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** JSON as the API speaks it: absent is null, names as the records have them. */
final class Json {
  private Json() {}

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .build();
  }
}
